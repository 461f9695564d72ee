package io.daybook.api.platform.web;

import io.daybook.api.platform.Position;

import org.springframework.core.MethodParameter;
import org.springframework.web.reactive.BindingContext;
import org.springframework.web.reactive.result.method.SyncHandlerMethodArgumentResolver;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.ServerWebInputException;

/** Gives endpoints the {@link Position} that the client has seen. */
public final class PositionArgument implements SyncHandlerMethodArgumentResolver {

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Position.class;
    }

    @Override
    public Object resolveArgumentValue(
            MethodParameter parameter, BindingContext binding, ServerWebExchange exchange) {
        String header = exchange.getRequest().getHeaders().getFirst(Position.HEADER);
        if (header == null || header.isBlank()) {
            return Position.ANY;
        }
        try {
            return new Position(Math.max(-1, Long.parseLong(header.strip())));
        } catch (NumberFormatException notANumber) {
            throw new ServerWebInputException("Daybook-Position has to be a number");
        }
    }
}
