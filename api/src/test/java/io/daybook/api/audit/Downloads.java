package io.daybook.api.audit;

import io.daybook.api.RunningDaybook;
import io.daybook.api.identity.People;

import org.springframework.http.MediaType;

import tools.jackson.databind.json.JsonMapper;

import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/** Histories as people download them. */
final class Downloads {

    private final RunningDaybook daybook;

    Downloads(RunningDaybook daybook) {
        this.daybook = daybook;
    }

    /** The lines of a file by their positions. */
    SortedMap<Long, String> of(People.Bearer who, String path, String form) {
        String body =
                Objects.requireNonNull(
                        daybook.client()
                                .get()
                                .uri(path)
                                .headers(who::on)
                                .accept(MediaType.parseMediaType(form))
                                .exchange()
                                .expectStatus()
                                .isOk()
                                .expectBody(String.class)
                                .returnResult()
                                .getResponseBody());
        SortedMap<Long, String> lines = new TreeMap<>();
        body.lines()
                .filter(line -> !line.startsWith("position,"))
                .forEach(line -> lines.put(position(line), line));
        return lines;
    }

    private static long position(String line) {
        return line.startsWith("{")
                ? JsonMapper.shared().readTree(line).path("position").asLong()
                : Long.parseLong(line.substring(0, line.indexOf(',')));
    }
}
