package io.daybook.api;

import io.daybook.api.identity.People;

import java.util.Map;

/** A running Daybook with its administrator. */
public record Workspace(RunningDaybook daybook, People people, People.Bearer root)
        implements AutoCloseable {

    static Workspace open() {
        RunningDaybook daybook = RunningDaybook.start(Map.of());
        People people = new People(daybook);
        return new Workspace(daybook, people, people.administrator());
    }

    @Override
    public void close() {
        daybook.stop();
    }
}
