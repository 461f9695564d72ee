package io.daybook.api.mcp.endpoint;

import io.daybook.api.mcp.ConnectionsSettings;
import io.daybook.api.mcp.ToolGateway;
import io.daybook.api.platform.HttpSettings;
import io.daybook.api.platform.LastWrites;
import io.daybook.api.platform.Queries;
import io.modelcontextprotocol.common.McpTransportContext;
import io.modelcontextprotocol.json.McpJsonMapper;
import io.modelcontextprotocol.json.jackson3.JacksonMcpJsonMapper;

import org.springframework.ai.mcp.server.webflux.transport.WebFluxStatelessServerTransport;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerResponse;

import tools.jackson.databind.json.JsonMapper;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Sets up the endpoint at /mcp. */
@Configuration(proxyBeanMethods = false)
class McpEndpointConfiguration {

    @Bean
    McpMethods mcpMethods(
            Queries queries, LastWrites writes, ToolGateway gateway, ConnectionsSettings settings) {
        return new McpMethods(
                new OfferedTools(queries, writes, gateway, settings.maxRows()), mapper());
    }

    @Bean
    RouterFunction<ServerResponse> mcpRoutes(McpMethods methods, HttpSettings http) {
        ProtectedResource resource = new ProtectedResource(http.publicUrl());
        WebFluxStatelessServerTransport transport =
                WebFluxStatelessServerTransport.builder()
                        .jsonMapper(mapper())
                        .messageEndpoint("/mcp")
                        .contextExtractor(
                                request ->
                                        McpTransportContext.create(
                                                Map.of(
                                                        McpMethods.CALLER,
                                                        request.attributes()
                                                                .get(McpMethods.CALLER))))
                        .build();
        transport.setMcpHandler(methods);
        return RouterFunctions.route()
                .GET(ProtectedResource.PATH, resource::metadata)
                .GET(ProtectedResource.PATH + "/mcp", resource::metadata)
                .add(
                        routes(transport)
                                .filter(
                                        new McpGate(
                                                resource,
                                                origins(http),
                                                http.largestBody().toBytes())))
                .build();
    }

    private static RouterFunction<ServerResponse> routes(
            WebFluxStatelessServerTransport transport) {
        RouterFunction<?> routes = transport.getRouterFunction();
        return request ->
                routes.route(request)
                        .map(handler -> asked -> handler.handle(asked).cast(ServerResponse.class));
    }

    private static McpJsonMapper mapper() {
        return new JacksonMcpJsonMapper(JsonMapper.shared());
    }

    private static List<String> origins(HttpSettings http) {
        URI known = http.publicUrl();
        return known == null
                ? http.allowedOrigins()
                : Stream.concat(
                                http.allowedOrigins().stream(),
                                Stream.of(known.getScheme() + "://" + known.getRawAuthority()))
                        .toList();
    }
}
