package io.daybook.api.mcp.postgres;

import io.daybook.api.mcp.ToolFailure;
import io.daybook.messages.Secret;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the address of a database as people paste it: {@code
 * postgresql://user:password@host:port/database?sslmode=…}, also {@code postgres://} and {@code
 * jdbc:postgresql://}. A password with unescaped characters is understood where that is
 * unambiguous.
 */
public final class PostgresUri {

    private static final Pattern SCHEME =
            Pattern.compile("(?i)^(?:jdbc:)?postgres(?:ql)?://", Pattern.UNICODE_CASE);
    private static final Pattern HOST =
            Pattern.compile("(?:\\[([0-9a-fA-F:.%]+)]|([^:\\[\\]]*))(?::(\\d{1,5}))?");
    private static final int LONGEST = 4_096;

    private PostgresUri() {}

    /**
     * Reads it, or fails with the reason malformed-uri and what is wrong; never repeats the URI.
     */
    public static PostgresAddress parse(String text) {
        String uri = text.strip();
        Matcher scheme = SCHEME.matcher(uri);
        if (uri.length() > LONGEST || !scheme.find()) {
            throw malformed("A PostgreSQL address starts with postgresql://");
        }
        if (uri.chars().anyMatch(Character::isISOControl)) {
            throw malformed("The address contains a control character.");
        }
        String rest = uri.substring(scheme.end());
        int question = queryStart(rest);
        Map<String, String> options = options(question < 0 ? "" : rest.substring(question + 1));
        String main = question < 0 ? rest : rest.substring(0, question);
        int at = main.lastIndexOf('@');
        String[] login = at < 0 ? new String[0] : main.substring(0, at).split(":", 2);
        String[] place = main.substring(at + 1).split("/", 2);
        return address(login, place, options);
    }

    /** A question mark before the last @ belongs to the password. */
    private static int queryStart(String rest) {
        int at = rest.lastIndexOf('@');
        int first = rest.indexOf('?');
        return first >= 0 && first < at && rest.indexOf('=', first) > at
                ? rest.indexOf('?', at)
                : first;
    }

    private static PostgresAddress address(
            String[] login, String[] place, Map<String, String> options) {
        Matcher host = HOST.matcher(options.getOrDefault("host", place[0]));
        if (place[0].contains(",")) {
            throw malformed("Only one host can be named.");
        }
        if (!host.matches()) {
            throw malformed(
                    "The host is not readable. Write special characters of user and password as"
                            + " %-codes (@ is %40, / is %2F).");
        }
        String name = host.group(1) != null ? host.group(1) : decode(host.group(2));
        String user = login.length > 0 ? decode(login[0]) : options.getOrDefault("user", "");
        String password =
                login.length > 1 ? decode(login[1]) : options.getOrDefault("password", "");
        if (user.isEmpty()) {
            throw malformed("The user is missing: postgresql://user:password@host/database");
        }
        String database = place.length > 1 ? decode(place[1]) : "";
        return new PostgresAddress(
                host(name),
                port(host.group(3) != null ? host.group(3) : options.getOrDefault("port", "5432")),
                database.isEmpty() ? options.getOrDefault("dbname", user) : database,
                user,
                new Secret(password),
                tls(options),
                options.get("currentschema"));
    }

    private static String host(String name) {
        if (name.startsWith("/")) {
            throw new ToolFailure(
                    "address-not-allowed", "Sockets in the file system cannot be connected to.");
        }
        if (name.isBlank()) {
            throw malformed("The host is missing: postgresql://user:password@host/database");
        }
        return name;
    }

    private static int port(String text) {
        try {
            int port = Integer.parseInt(text);
            if (port > 0 && port < 65_536) {
                return port;
            }
        } catch (NumberFormatException notANumber) {
            // said below
        }
        throw malformed("The port is a number from 1 to 65535.");
    }

    private static TlsMode tls(Map<String, String> options) {
        if (!options.getOrDefault("sslrootcert", "system").equals("system")) {
            throw malformed(
                    "sslrootcert names a file that Daybook does not have; leave it out to trust"
                            + " the usual authorities.");
        }
        String mode =
                options.getOrDefault(
                        "sslmode",
                        options.getOrDefault("ssl", "").equals("true") ? "require" : "prefer");
        return TlsMode.parse(mode)
                .orElseThrow(
                        () ->
                                malformed(
                                        "sslmode is one of disable, allow, prefer, require,"
                                                + " verify-ca, verify-full."));
    }

    private static Map<String, String> options(String query) {
        Map<String, String> options = new HashMap<>();
        for (String pair : query.split("&", -1)) {
            String[] parts = pair.split("=", 2);
            if (parts.length == 2 && !parts[1].isEmpty()) {
                options.put(decode(parts[0]).toLowerCase(Locale.ROOT), decode(parts[1]));
            }
        }
        return options;
    }

    /** Percent-decoding alone: a plus is a plus here; a percent that codes nothing is itself. */
    private static String decode(String text) {
        try {
            return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notACode) {
            return text;
        }
    }

    private static ToolFailure malformed(String sentence) {
        return new ToolFailure("malformed-uri", sentence);
    }
}
