package io.daybook.platform.bus;

import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

import java.sql.SQLException;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What went wrong with an event, in words that may be kept: the database quotes rows in its
 * details, and these can hold personal data, so they are left out.
 */
public final class Fault {

    private static final int LONGEST = 500;

    /** Classes of SQLSTATE that speak of the data: data exception, constraint violation. */
    private static final Set<String> OF_THE_DATA = Set.of("22", "23");

    private Fault() {}

    /** What is kept of a failure. */
    public static String words(Throwable failure) {
        Throwable cause = chain(failure).reduce((first, second) -> second).orElse(failure);
        String words = cause.getClass().getSimpleName() + ": " + message(cause);
        return words.length() > LONGEST ? words.substring(0, LONGEST) : words;
    }

    /** Whether the event is at fault, and not the database, its tables or the way to it. */
    public static boolean isOfTheEvent(Throwable failure) {
        return chain(failure)
                .filter(SQLException.class::isInstance)
                .map(SQLException.class::cast)
                .map(SQLException::getSQLState)
                .allMatch(
                        state ->
                                state != null
                                        && state.length() == 5
                                        && OF_THE_DATA.contains(state.substring(0, 2)));
    }

    private static String message(Throwable cause) {
        if (cause instanceof PSQLException sql) {
            ServerErrorMessage told = sql.getServerErrorMessage();
            return told == null
                    ? "SQLSTATE " + sql.getSQLState()
                    : String.valueOf(told.getMessage());
        }
        return String.valueOf(cause.getMessage());
    }

    private static Stream<Throwable> chain(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause).limit(20);
    }
}
