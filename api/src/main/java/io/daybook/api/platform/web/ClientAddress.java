package io.daybook.api.platform.web;

import org.jspecify.annotations.Nullable;
import org.springframework.web.server.ServerWebExchange;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.HexFormat;

/** Where a request comes from. */
public final class ClientAddress {

    private static final String UNKNOWN = "unknown";

    private ClientAddress() {}

    /** The address as text. */
    public static String of(ServerWebExchange exchange) {
        InetAddress address = address(exchange);
        return address == null ? UNKNOWN : address.getHostAddress();
    }

    /** The address by which limits count: a /64 network of IPv6 belongs to one subscriber. */
    public static String subscriber(ServerWebExchange exchange) {
        InetAddress address = address(exchange);
        if (address instanceof Inet6Address) {
            return HexFormat.of().formatHex(address.getAddress(), 0, 8);
        }
        return address == null ? UNKNOWN : address.getHostAddress();
    }

    private static @Nullable InetAddress address(ServerWebExchange exchange) {
        InetSocketAddress remote = exchange.getRequest().getRemoteAddress();
        return remote == null ? null : remote.getAddress();
    }
}
