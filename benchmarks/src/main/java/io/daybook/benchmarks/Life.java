package io.daybook.benchmarks;

import io.daybook.messages.assistant.QuestionAnswered;
import io.daybook.messages.assistant.QuestionAsked;
import io.daybook.messages.connections.ConnectionEstablished;
import io.daybook.messages.connections.ConnectionEvent;
import io.daybook.messages.connections.ConnectionKind;
import io.daybook.messages.connections.ConnectionLost;
import io.daybook.messages.connections.ConnectionRestored;
import io.daybook.messages.connections.ConnectionSelected;
import io.daybook.messages.connections.ToolAnswered;
import io.daybook.messages.connections.ToolCallEvent;
import io.daybook.messages.connections.ToolCalled;
import io.daybook.messages.identity.EmailVerified;
import io.daybook.messages.identity.Role;
import io.daybook.messages.identity.SessionEnd;
import io.daybook.messages.identity.SessionEnded;
import io.daybook.messages.identity.SessionEvent;
import io.daybook.messages.identity.SessionRefreshed;
import io.daybook.messages.identity.SessionStarted;
import io.daybook.messages.identity.UserEvent;
import io.daybook.messages.identity.UserRegistered;
import io.daybook.messages.projects.ProjectCreated;
import io.daybook.messages.projects.ProjectEvent;
import io.daybook.messages.projects.ProjectRenamed;
import io.daybook.platform.Identifiers;

import java.time.Instant;
import java.util.UUID;

/**
 * What one person does: three sessions with eighteen refreshes each, a connection, two projects,
 * and seven questions that call a tool.
 */
final class Life {

    /** Events of a life. */
    static final int LENGTH = 100;

    private static final int SESSION = 20;
    private static final int RUN = 4;
    private static final int SESSIONS_UNTIL = 62;
    private static final int CONNECTION_UNTIL = 66;
    private static final int PROJECTS_UNTIL = 72;
    private static final Instant LATER = Instant.parse("2027-01-01T00:00:00Z");

    private final int number;
    private final UUID person = Identifiers.next();
    private final UUID connection = Identifiers.next();
    private UUID session = Identifiers.next();
    private UUID project = Identifiers.next();
    private UUID run = Identifiers.next();
    private UUID call = Identifiers.next();

    Life(int number) {
        this.number = number;
    }

    /** An event, the aggregate that stores it and the command that it answers. */
    record Step(UUID aggregate, Object event, String command) {

        /** What kind of aggregate it is. */
        String kind() {
            return event instanceof UserEvent
                    ? "User"
                    : event instanceof SessionEvent
                            ? "Session"
                            : event instanceof ConnectionEvent
                                    ? "Connection"
                                    : event instanceof ProjectEvent
                                            ? "Project"
                                            : event instanceof ToolCallEvent ? "ToolCall" : "Run";
        }
    }

    UUID person() {
        return person;
    }

    /** The session in which it happens. */
    UUID session() {
        return session;
    }

    String address() {
        return "198.51.%d.%d".formatted(number / 250 % 250, number % 250);
    }

    Step next(int turn) {
        if (turn == 0) {
            return new Step(person, registered(), "identity.RegisterUser");
        } else if (turn == 1) {
            return new Step(person, new EmailVerified(person), "identity.VerifyEmail");
        } else if (turn < SESSIONS_UNTIL) {
            return session((turn - 2) % SESSION);
        } else if (turn < CONNECTION_UNTIL) {
            return connection(turn - SESSIONS_UNTIL);
        } else if (turn < PROJECTS_UNTIL) {
            return project((turn - CONNECTION_UNTIL) % 3);
        }
        return run((turn - PROJECTS_UNTIL) % RUN);
    }

    private UserRegistered registered() {
        return new UserRegistered(
                person,
                "person%d@example.org".formatted(number),
                "Person %d of the House".formatted(number),
                null,
                "$argon2id$v=19$m=19456,t=2,p=1$c29tZXNhbHRzb21lc2FsdA$aGFzaGhhc2hoYXNoaGFzaGhhc2g",
                Role.USER);
    }

    private Step session(int turn) {
        if (turn == 0) {
            session = Identifiers.next();
            return new Step(
                    session,
                    new SessionStarted(
                            session, person, "Computer", "Firefox", "Linux", address(), LATER),
                    "identity.LogIn");
        } else if (turn == SESSION - 1) {
            return new Step(
                    session,
                    new SessionEnded(session, person, SessionEnd.LOGGED_OUT),
                    "identity.EndSession");
        }
        return new Step(
                session,
                new SessionRefreshed(session, person, turn, LATER.plusSeconds(turn)),
                "identity.RefreshSession");
    }

    private Step connection(int turn) {
        Object event =
                switch (turn) {
                    case 0 ->
                            new ConnectionEstablished(
                                    connection,
                                    person,
                                    "Shop " + number,
                                    ConnectionKind.POSTGRES,
                                    "db.example.org/shop",
                                    connection);
                    case 1 -> new ConnectionSelected(connection, person);
                    case 2 -> new ConnectionLost(connection, person, "unreachable");
                    default -> new ConnectionRestored(connection, person);
                };
        return new Step(connection, event, "connections.ReportConnection");
    }

    private Step project(int turn) {
        if (turn == 0) {
            project = Identifiers.next();
            return new Step(
                    project,
                    new ProjectCreated(project, person, "Spring " + number, "What we sold"),
                    "projects.CreateProject");
        }
        return new Step(
                project,
                new ProjectRenamed(project, person, "Summer " + turn, "What we sold"),
                "projects.RenameProject");
    }

    private Step run(int turn) {
        return switch (turn) {
            case 0 -> {
                run = Identifiers.next();
                call = Identifiers.next();
                yield new Step(
                        run,
                        new QuestionAsked(
                                run,
                                person,
                                connection,
                                project,
                                "top %d products by revenue last quarter".formatted(number),
                                "analyst"),
                        "assistant.AskQuestion");
            }
            case 1 ->
                    new Step(
                            call,
                            new ToolCalled(
                                    call,
                                    person,
                                    connection,
                                    run,
                                    "run_query",
                                    "select product, sum(amount) from orders group by 1 limit "
                                            + number),
                            "connections.RecordToolCall");
            case 2 ->
                    new Step(
                            call,
                            new ToolAnswered(call, person, "run_query", number % 100, 4_096, 12),
                            "connections.RecordToolAnswer");
            default ->
                    new Step(
                            run,
                            new QuestionAnswered(
                                    run,
                                    person,
                                    "select product, sum(amount) from orders group by 1",
                                    "Product %d sold best.".formatted(number),
                                    "bar",
                                    number % 100,
                                    40),
                            "assistant.AnswerQuestion");
        };
    }
}
