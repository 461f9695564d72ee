package io.daybook.api.platform.web;

import static org.springframework.http.MediaType.TEXT_EVENT_STREAM_VALUE;

import io.daybook.api.platform.Caller;
import io.daybook.api.platform.Needs;
import io.daybook.api.platform.Permission;
import io.daybook.api.platform.Position;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.tags.Tag;

import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springdoc.core.providers.JavadocProvider;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;

import tools.jackson.databind.JsonNode;

import java.beans.Introspector;
import java.util.Comparator;
import java.util.Objects;

/**
 * Describes the API as an OpenAPI document at {@code /api/openapi.json}, made from the endpoints.
 */
@Configuration(proxyBeanMethods = false)
public class ApiDescription {

    private static final String BEARER = "bearer";

    static {
        SpringDocUtils.getConfig()
                .addRequestWrapperToIgnore(Caller.class, Position.class)
                .replaceWithSchema(JsonNode.class, new Schema<>());
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

    /** What operations and shapes are for is told by their Javadoc. */
    @Bean
    @Primary
    JavadocProvider javadocWords() {
        return new JavadocWords();
    }

    /** Says of events that they come as a stream, and has tags in an order that stays. */
    @Bean
    OpenApiCustomizer streams() {
        return document -> {
            document.getTags().sort(Comparator.comparing(Tag::getName));
            document.getPaths().values().stream()
                    .flatMap(path -> path.readOperations().stream())
                    .flatMap(operation -> operation.getResponses().values().stream())
                    .map(ApiResponse::getContent)
                    .filter(Objects::nonNull)
                    .forEach(ApiDescription::asStream);
        };
    }

    /** Events are all that springdoc finds no shape for. */
    private static void asStream(Content content) {
        if (content.isEmpty()) {
            content.addMediaType(
                    TEXT_EVENT_STREAM_VALUE, new MediaType().schema(new StringSchema()));
        }
    }

    /** Names operations after their methods: {@code projects.create}. */
    @Bean
    OperationCustomizer names() {
        return (operation, method) -> {
            String area = method.getBeanType().getSimpleName().replace("Endpoints", "");
            operation.setOperationId(
                    Introspector.decapitalize(area) + "." + method.getMethod().getName());
            return operation;
        };
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
