package io.daybook.platform.offline;

import io.daybook.platform.postgres.PostgresNotStarted;

import org.springframework.dao.DataAccessException;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

/** The commands by their names. */
public final class OfflineCommands {

    private static final int COULD_NOT = 2;
    private static final Map<String, OfflineCommand> COMMANDS =
            Map.of(
                    "verify", new VerifyLog(),
                    "export-log", new ExportLog(),
                    "backup", new BackUp(),
                    "restore", new RestoreBackup());

    private OfflineCommands() {}

    /** Whether a word is the name of a command. */
    public static boolean knows(String word) {
        return COMMANDS.containsKey(word);
    }

    /** Runs a command; answers the exit status of the process. */
    public static int run(String name, List<String> words, Terminal terminal) {
        OfflineCommand command = COMMANDS.get(name);
        if (command == null) {
            throw new IllegalArgumentException(name);
        }
        if (words.contains("--help") || words.contains("-h")) {
            terminal.out().print("Usage: ./daybook " + command.usage());
            return 0;
        }
        try {
            return command.run(words, terminal);
        } catch (Misuse misuse) {
            terminal.err().println("daybook: " + misuse.getMessage());
            terminal.err().print("Usage: ./daybook " + command.usage());
            return COULD_NOT;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return COULD_NOT;
        } catch (IOException
                | SQLException
                | UncheckedIOException
                | DataAccessException
                | IllegalArgumentException
                | IllegalStateException
                | PostgresNotStarted failed) {
            terminal.err().println("daybook: " + told(failed));
            return COULD_NOT;
        }
    }

    private static String told(Exception failed) {
        Throwable cause = failed.getCause();
        return cause == null || cause.getMessage() == null
                ? String.valueOf(failed.getMessage())
                : failed.getMessage() + " (" + cause.getMessage() + ")";
    }
}
