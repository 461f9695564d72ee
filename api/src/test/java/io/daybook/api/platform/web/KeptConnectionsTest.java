package io.daybook.api.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.api.RunningDaybook;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** What browsers and proxies expect of a connection that stays open (RFC 9112, section 9.3). */
final class KeptConnectionsTest {

    private static final int TOGETHER = 16;
    private static final int TIMES = 60;
    private static final String REQUEST =
            "GET %s HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: keep-alive\r\n\r\n";
    private static final String ANSWER = "HTTP/1.1 200";

    @Test
    void aConnectionGoesOnAfterRequestsThatCameTogether() throws IOException {
        RunningDaybook daybook = RunningDaybook.start(Map.of());
        try (Socket connection = new Socket(InetAddress.getLoopbackAddress(), daybook.port())) {
            connection.setSoTimeout(20_000);
            for (int time = 0; time < TIMES; time++) {
                ask(connection, REQUEST.formatted("/api/setup").repeat(TOGETHER));
                answers(connection, TOGETHER);
                ask(connection, REQUEST.formatted("/sign-in"));
                answers(connection, 1);
            }
        } finally {
            daybook.stop();
        }
    }

    private static void ask(Socket connection, String requests) throws IOException {
        connection.getOutputStream().write(requests.getBytes(StandardCharsets.US_ASCII));
    }

    private static void answers(Socket connection, int expected) throws IOException {
        InputStream in = connection.getInputStream();
        StringBuilder read = new StringBuilder();
        byte[] bytes = new byte[8_192];
        while (count(read) < expected || in.available() > 0) {
            int length = in.read(bytes);
            assertThat(length).as("the connection stays open").isPositive();
            read.append(new String(bytes, 0, length, StandardCharsets.ISO_8859_1));
        }
        assertThat(count(read)).isEqualTo(expected);
    }

    private static int count(StringBuilder read) {
        return read.toString().split(ANSWER, -1).length - 1;
    }
}
