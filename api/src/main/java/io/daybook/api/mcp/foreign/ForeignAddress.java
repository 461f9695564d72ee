package io.daybook.api.mcp.foreign;

import io.daybook.api.mcp.ToolFailure;
import io.daybook.messages.Secret;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Map;

/** Where a foreign MCP server is, and the token that opens it. */
public record ForeignAddress(URI url, @Nullable Secret bearer) {

    private static final JsonMapper JSON = JsonMapper.shared();

    /** Reads the address of a server, or fails with the reason malformed-uri. */
    public static ForeignAddress parse(String url, @Nullable String bearer) {
        URI address;
        try {
            address = new URI(url.strip());
        } catch (URISyntaxException unreadable) {
            throw malformed("The address of the server is not readable.");
        }
        boolean web = "http".equals(address.getScheme()) || "https".equals(address.getScheme());
        if (!web || address.getHost() == null) {
            throw malformed("The address of an MCP server starts with https:// or http://");
        }
        if (address.getUserInfo() != null || address.getFragment() != null) {
            throw malformed("Give the token in its own field, not in the address.");
        }
        return new ForeignAddress(address, token(bearer == null ? "" : bearer.strip()));
    }

    private static @Nullable Secret token(String bearer) {
        if (!bearer.chars().allMatch(c -> c > ' ' && c < 127)) {
            throw malformed("The token contains characters that no token has.");
        }
        return bearer.isEmpty() ? null : new Secret(bearer);
    }

    /** Reads what {@link #secret()} wrote. */
    public static ForeignAddress ofSecret(String secret) {
        JsonNode stored = JSON.readTree(secret);
        return parse(stored.path("url").asString(""), stored.path("bearer").asString(null));
    }

    /** Everything that is needed to go there, for the vault. */
    public String secret() {
        return JSON.writeValueAsString(
                bearer == null
                        ? Map.of("url", url.toString())
                        : Map.of("url", url.toString(), "bearer", bearer.value()));
    }

    /** What may be shown and recorded of it: a query could hold a key. */
    public String server() {
        return url.getScheme() + "://" + url.getRawAuthority() + url.getRawPath();
    }

    private static ToolFailure malformed(String sentence) {
        return new ToolFailure("malformed-uri", sentence);
    }
}
