package io.daybook.api.identity;

import io.daybook.api.platform.web.ClientAddress;
import io.daybook.messages.identity.Device;

import org.springframework.http.HttpHeaders;
import org.springframework.web.server.ServerWebExchange;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Reads from the User-Agent what a person would call their device. Marks are tried in this order,
 * since browsers claim to be their predecessors too.
 */
final class Devices {

    private static final String OTHER = "Other";

    private static final Map<String, String> BROWSERS =
            ordered(
                    "Edg", "Edge",
                    "OPR/", "Opera",
                    "Vivaldi", "Vivaldi",
                    "SamsungBrowser", "Samsung Internet",
                    "Firefox/", "Firefox",
                    "FxiOS/", "Firefox",
                    "HeadlessChrome/", "Chrome",
                    "Chrome/", "Chrome",
                    "CriOS/", "Chrome",
                    "Safari/", "Safari",
                    "curl/", "curl",
                    "Java-http-client", "Java",
                    "python", "Python",
                    "node", "Node.js");

    private static final Map<String, String> SYSTEMS =
            ordered(
                    "Windows", "Windows",
                    "iPhone", "iOS",
                    "iPad", "iPadOS",
                    "Mac OS X", "macOS",
                    "Android", "Android",
                    "CrOS", "ChromeOS",
                    "Linux", "Linux");

    private static final Map<String, String> KINDS =
            ordered(
                    "iPad", "Tablet",
                    "Tablet", "Tablet",
                    "iPhone", "Phone",
                    "Mobile", "Phone",
                    "Android", "Tablet",
                    "Windows", "Computer",
                    "Mac OS X", "Computer",
                    "CrOS", "Computer",
                    "X11", "Computer");

    private Devices() {}

    static Device of(ServerWebExchange exchange) {
        String agent = exchange.getRequest().getHeaders().getFirst(HttpHeaders.USER_AGENT);
        return of(agent == null ? "" : agent, ClientAddress.of(exchange));
    }

    static Device of(String agent, String address) {
        return new Device(find(KINDS, agent), find(BROWSERS, agent), find(SYSTEMS, agent), address);
    }

    private static String find(Map<String, String> marks, String agent) {
        return marks.entrySet().stream()
                .filter(mark -> agent.contains(mark.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(OTHER);
    }

    private static Map<String, String> ordered(String... pairs) {
        Map<String, String> marks = new LinkedHashMap<>();
        for (int index = 0; index < pairs.length; index += 2) {
            marks.put(pairs[index], pairs[index + 1]);
        }
        return marks;
    }
}
