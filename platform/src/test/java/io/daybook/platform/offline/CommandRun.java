package io.daybook.platform.offline;

import io.daybook.platform.postgres.TestDatabase;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** A command as it is given on a terminal. */
public final class CommandRun {

    private CommandRun() {}

    /** What it prints, and what it ends with. */
    public static String of(TestDatabase database, String command, String... words) {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8);
        int end =
                OfflineCommands.run(
                        command,
                        List.of(words),
                        new Terminal(
                                out,
                                out,
                                Map.of(
                                        "DAYBOOK_DATABASE_URL", database.jdbcUrl(),
                                        "DAYBOOK_DATABASE_USERNAME", database.user(),
                                        "DAYBOOK_DATABASE_PASSWORD", database.password())));
        return printed.toString(StandardCharsets.UTF_8) + "Ends with " + end;
    }
}
