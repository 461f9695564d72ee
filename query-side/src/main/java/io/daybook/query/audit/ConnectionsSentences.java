package io.daybook.query.audit;

import static io.daybook.platform.Spoken.counted;
import static io.daybook.platform.Spoken.lasting;
import static io.daybook.query.audit.Sentence.WHOM;
import static io.daybook.query.audit.Sentence.byDaybook;
import static io.daybook.query.audit.Sentence.byThemselves;
import static io.daybook.query.audit.Sentences.quoted;

import io.daybook.messages.connections.ConnectionEstablished;
import io.daybook.messages.connections.ConnectionLost;
import io.daybook.messages.connections.ConnectionRemoved;
import io.daybook.messages.connections.ConnectionRestored;
import io.daybook.messages.connections.ConnectionSelected;
import io.daybook.messages.connections.ConnectionsEvent;
import io.daybook.messages.connections.ToolAnswered;
import io.daybook.messages.connections.ToolCalled;
import io.daybook.messages.connections.ToolFailed;

import org.jspecify.annotations.Nullable;

import java.util.regex.Pattern;

/** What happens to connections and on them, in words. */
final class ConnectionsSentences {

    private static final int LONGEST = 300;
    private static final Pattern SQL_ARGUMENT =
            Pattern.compile("^\\{\"sql\":\"(.*)\"}$", Pattern.DOTALL);

    private static final Pattern SPACES = Pattern.compile("\\s+");

    private ConnectionsSentences() {}

    static Sentence of(ConnectionsEvent event) {
        return switch (event) {
            case ConnectionEstablished e ->
                    byThemselves(
                            e.ownerId(),
                            "connected "
                                    + switch (e.kind()) {
                                        case POSTGRES -> "the database ";
                                        case MCP -> "the MCP server ";
                                        case STORE -> "the store ";
                                    }
                                    + quoted(e.name()));
            case ConnectionLost e ->
                    byDaybook(
                            e.ownerId(), "lost a connection of " + WHOM + ": " + plain(e.reason()));
            case ConnectionRestored e ->
                    byDaybook(e.ownerId(), "reached a connection of " + WHOM + " again");
            case ConnectionSelected e ->
                    byThemselves(e.ownerId(), "chose a connection to work with");
            case ConnectionRemoved e -> byThemselves(e.ownerId(), "removed a connection");
            case ToolCalled e ->
                    byThemselves(
                            e.userId(),
                            "called the tool "
                                    + named(e.tool())
                                    + (e.arguments() == null
                                            ? ""
                                            : ": " + shortened(e.arguments())));
            case ToolAnswered e ->
                    byDaybook(
                            e.userId(),
                            "got "
                                    + counted(e.rows(), "row")
                                    + " from "
                                    + named(e.tool())
                                    + " for "
                                    + WHOM
                                    + " in "
                                    + lasting(e.durationMillis()));
            case ToolFailed e ->
                    byDaybook(
                            e.userId(),
                            "got no answer from "
                                    + named(e.tool())
                                    + " for "
                                    + WHOM
                                    + " ("
                                    + plain(e.reason())
                                    + "): "
                                    + quoted(e.message()));
        };
    }

    // Reasons are codes such as wrong-password.
    private static String plain(String reason) {
        return reason.replace('-', ' ');
    }

    private static String named(@Nullable String tool) {
        return tool == null ? "(erased)" : tool;
    }

    // The one argument that people know is the statement; it reads better than its JSON.
    private static String shortened(String arguments) {
        String statement =
                SQL_ARGUMENT
                        .matcher(arguments)
                        .replaceFirst("$1")
                        .replace("\\n", " ")
                        .replace("\\\"", "\"");
        String text = SPACES.matcher(statement).replaceAll(" ");
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
    }
}
