package io.daybook.api.platform.web;

import io.daybook.api.platform.Caller;
import io.daybook.api.platform.Needs;
import io.daybook.api.platform.Permission;
import io.daybook.api.platform.Position;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;

import org.springdoc.core.customizers.OperationCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Describes the API as an OpenAPI document at {@code /api/openapi.json}, made from the endpoints.
 */
@Configuration(proxyBeanMethods = false)
public class ApiDescription {

    private static final String BEARER = "bearer";

    static {
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(Caller.class, Position.class);
    }

    @Bean
    OpenAPI openApi() {
        return new OpenAPI()
                .info(
                        new Info()
                                .title("Daybook")
                                .version("1")
                                .description(
                                        "Ask questions of databases; everything that happens is an"
                                                + " entry in a log. Errors are problem details (RFC"
                                                + " 9457)."))
                .schemaRequirement(
                        BEARER,
                        new SecurityScheme().type(SecurityScheme.Type.HTTP).scheme("bearer"));
    }

    /** Says which permission each operation needs. */
    @Bean
    OperationCustomizer permissions() {
        return (operation, method) -> {
            Needs needs = method.getMethodAnnotation(Needs.class);
            if (needs != null && needs.value() != Permission.PUBLIC) {
                operation.addSecurityItem(new SecurityRequirement().addList(BEARER));
                operation.addExtension("x-permission", needs.value().key());
            }
            return operation;
        };
    }
}
