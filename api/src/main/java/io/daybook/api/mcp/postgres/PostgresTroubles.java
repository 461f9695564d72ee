package io.daybook.api.mcp.postgres;

import io.daybook.api.mcp.ToolFailure;
import io.r2dbc.postgresql.api.PostgresqlException;
import io.r2dbc.spi.R2dbcException;

import reactor.pool.PoolAcquirePendingLimitException;

import java.io.IOException;
import java.util.Objects;
import java.util.concurrent.TimeoutException;

import javax.net.ssl.SSLException;

/** Turns what drivers and servers say into a reason and a sentence that a person can act on. */
final class PostgresTroubles {

    private PostgresTroubles() {}

    /** What went wrong while connecting. */
    static ToolFailure connecting(Throwable failure, PostgresAddress address) {
        return switch (failure) {
            case ToolFailure known -> known;
            case TimeoutException late ->
                    new ToolFailure("timed-out", address.server() + " did not answer in time.");
            case PostgresqlException server when server instanceof R2dbcException known ->
                    refused(Objects.requireNonNullElse(known.getSqlState(), ""), known, address);
            default -> unreachable(failure, address);
        };
    }

    /** What went wrong while a statement ran. */
    static ToolFailure running(Throwable failure, boolean flooded) {
        if (flooded) {
            return new ToolFailure(
                    "too-large", "The answer has values that are too large to carry. Select less.");
        }
        return switch (failure) {
            case ToolFailure known -> known;
            case TimeoutException late -> slow();
            case PoolAcquirePendingLimitException crowded ->
                    new ToolFailure(
                            "too-many-calls",
                            "Too many calls wait for this connection. Try again.");
            case R2dbcException known -> failed(known);
            case IllegalArgumentException unreadable -> unreadable();
            case IllegalStateException placeholders -> unreadable();
            default -> new ToolFailure("unreachable", "The connection to the database broke.");
        };
    }

    private static ToolFailure failed(R2dbcException failure) {
        String state = Objects.requireNonNullElse(failure.getSqlState(), "");
        if (state.equals("57014")) {
            return slow();
        }
        if (state.equals("25006")) {
            return new ToolFailure("read-only", "Only reading is possible: " + said(failure));
        }
        if (state.equals("42501")) {
            return new ToolFailure("not-permitted", "The role may not do this: " + said(failure));
        }
        if (state.isEmpty() || state.startsWith("08") || state.startsWith("57P")) {
            return new ToolFailure("unreachable", "The connection to the database broke.");
        }
        return new ToolFailure("statement-failed", "The database says: " + said(failure));
    }

    private static ToolFailure slow() {
        return new ToolFailure("timed-out", "The statement took too long and was stopped.");
    }

    private static ToolFailure unreadable() {
        return new ToolFailure(
                "statement-failed",
                "The statement cannot be read: an open quote, or a placeholder like $1?");
    }

    private static ToolFailure refused(
            String state, R2dbcException failure, PostgresAddress address) {
        String said = said(failure);
        return switch (state) {
            case "28P01" -> wrongPassword(address);
            case "3D000" ->
                    new ToolFailure(
                            "unknown-database",
                            "There is no database " + address.database() + " on this server.");
            case "28000" -> notAdmitted(said, address);
            default -> broken(said, failure, address);
        };
    }

    private static ToolFailure broken(
            String said, R2dbcException failure, PostgresAddress address) {
        if (said.contains("SSL") || said.contains("hostname")) {
            return tls(said);
        }
        return noPasswordToGive(failure, address)
                ? wrongPassword(address)
                : new ToolFailure(
                        "unreachable", "The server at " + address.server() + " says: " + said);
    }

    /** The driver has no words of its own for a password that the server asks for in vain. */
    private static boolean noPasswordToGive(Throwable failure, PostgresAddress address) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof IOException) {
                return false;
            }
        }
        return address.password().value().isEmpty();
    }

    private static ToolFailure notAdmitted(String said, PostgresAddress address) {
        if (said.contains("no encryption") || said.contains("SSL off")) {
            return new ToolFailure(
                    "tls-required",
                    "The server wants an encrypted connection: add ?sslmode=require to the"
                            + " address.");
        }
        if (said.contains("pg_hba.conf")) {
            return new ToolFailure(
                    "unreachable",
                    "The server does not admit this user from here (pg_hba.conf): " + said);
        }
        return wrongPassword(address);
    }

    private static ToolFailure wrongPassword(PostgresAddress address) {
        return new ToolFailure(
                "wrong-password", "User or password is not right for " + address.server() + ".");
    }

    private static ToolFailure tls(String said) {
        return new ToolFailure(
                "tls-required",
                "The encrypted connection that the address asks for (sslmode) cannot be had: "
                        + said);
    }

    private static ToolFailure unreachable(Throwable failure, PostgresAddress address) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SSLException tls) {
                return tls(Objects.requireNonNullElse(tls.getMessage(), "the handshake failed"));
            }
        }
        if (noPasswordToGive(failure, address)) {
            return wrongPassword(address);
        }
        return new ToolFailure(
                "unreachable",
                "Nothing answers at "
                        + address.server()
                        + ". Check host and port, and that a firewall lets Daybook through.");
    }

    private static String said(R2dbcException failure) {
        String message = Objects.requireNonNullElse(failure.getMessage(), "no reason");
        return message.length() > 500 ? message.substring(0, 500) + "…" : message;
    }
}
