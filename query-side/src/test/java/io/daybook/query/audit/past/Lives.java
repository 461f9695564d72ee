package io.daybook.query.audit.past;

import io.daybook.messages.assistant.QuestionAnswered;
import io.daybook.messages.assistant.QuestionAsked;
import io.daybook.messages.assistant.QuestionFailed;
import io.daybook.messages.assistant.Run;
import io.daybook.messages.assistant.RunById;
import io.daybook.messages.connections.ConnectionById;
import io.daybook.messages.connections.ConnectionEstablished;
import io.daybook.messages.connections.ConnectionKind;
import io.daybook.messages.connections.ConnectionLost;
import io.daybook.messages.connections.ConnectionRemoved;
import io.daybook.messages.connections.ConnectionRestored;
import io.daybook.messages.connections.ConnectionSelected;
import io.daybook.messages.connections.DatabaseConnection;
import io.daybook.messages.identity.DeviceSession;
import io.daybook.messages.identity.EmailVerified;
import io.daybook.messages.identity.Role;
import io.daybook.messages.identity.SessionEnd;
import io.daybook.messages.identity.SessionEnded;
import io.daybook.messages.identity.SessionPage;
import io.daybook.messages.identity.SessionRefreshed;
import io.daybook.messages.identity.SessionStarted;
import io.daybook.messages.identity.SessionsOfUser;
import io.daybook.messages.identity.UserProfile;
import io.daybook.messages.identity.UserProfileById;
import io.daybook.messages.identity.UserRegistered;
import io.daybook.messages.projects.Project;
import io.daybook.messages.projects.ProjectById;
import io.daybook.messages.projects.ProjectCreated;
import io.daybook.messages.projects.ProjectDeleted;
import io.daybook.messages.projects.ProjectRenamed;
import io.daybook.messages.projects.ProjectRestored;
import io.daybook.platform.Identifiers;
import io.daybook.query.QueryNode;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;

/** A random history of two people and what is theirs, told event by event. */
final class Lives {

    private static final Instant LATER = Instant.parse("2099-01-01T00:00:00Z");

    private final QueryNode node;
    private final Random random;
    private final List<Thing> things = new ArrayList<>();
    private final List<UUID> people = new ArrayList<>();

    Lives(QueryNode node, long seed) {
        this.node = node;
        this.random = new Random(seed);
        people.add(person());
        people.add(person());
    }

    /** Something with a life, and whether it is over for good. */
    record Thing(String kind, UUID id, UUID owner, boolean over) {}

    List<Thing> things() {
        return List.copyOf(things);
    }

    /** Something happens. */
    void goOn() {
        UUID owner = people.get(random.nextInt(people.size()));
        switch (random.nextInt(5)) {
            case 0 -> begin("sessions", owner);
            case 1 -> begin("connections", owner);
            case 2 -> begin("projects", owner);
            case 3 -> begin("runs", owner);
            default -> node.happened(owner, new EmailVerified(owner));
        }
        for (int i = 0; i < 3; i++) {
            goOn(things.get(random.nextInt(things.size())));
        }
    }

    /** What a reader sees of a thing now, or null. */
    @Nullable Record live(Thing thing) {
        return switch (thing.kind()) {
            case "users" -> found(new UserProfileById(thing.id()), UserProfile.class);
            case "sessions" ->
                    node
                            .ask(
                                    new SessionsOfUser(thing.owner(), true, 200, null),
                                    SessionPage.class)
                            .items()
                            .stream()
                            .filter(session -> session.sessionId().equals(thing.id()))
                            .map(DeviceSession.class::cast)
                            .findFirst()
                            .orElse(null);
            case "connections" ->
                    found(new ConnectionById(thing.id(), thing.owner()), DatabaseConnection.class);
            case "projects" -> found(new ProjectById(thing.id(), thing.owner()), Project.class);
            default -> found(new RunById(thing.id(), thing.owner()), Run.class);
        };
    }

    private <R extends Record> @Nullable R found(Object query, Class<R> type) {
        return node.knowsNothing(query, type) ? null : node.ask(query, type);
    }

    private UUID person() {
        UUID id = Identifiers.next();
        things.add(new Thing("users", id, id, false));
        node.happened(id, new UserRegistered(id, id + "@example.org", "Ada", null, "$", Role.USER));
        return id;
    }

    private void begin(String kind, UUID owner) {
        UUID id = Identifiers.next();
        things.add(new Thing(kind, id, owner, false));
        node.happened(
                id,
                switch (kind) {
                    case "sessions" ->
                            new SessionStarted(id, owner, "Phone", "Safari", "iOS", "::1", later());
                    case "connections" ->
                            new ConnectionEstablished(
                                    id, owner, name(), ConnectionKind.POSTGRES, "db:5432", id);
                    case "projects" -> new ProjectCreated(id, owner, name(), null);
                    default ->
                            new QuestionAsked(
                                    id, owner, connection(), null, "How many?", "built-in");
                });
    }

    private void goOn(Thing thing) {
        if (thing.over()) {
            return;
        }
        UUID id = thing.id();
        UUID owner = thing.owner();
        int chance = random.nextInt(4);
        switch (thing.kind()) {
            case "sessions" -> {
                if (chance == 0) {
                    last(thing, new SessionEnded(id, owner, SessionEnd.REVOKED));
                } else {
                    node.happened(id, new SessionRefreshed(id, owner, chance, later()));
                }
            }
            case "connections" -> {
                switch (chance) {
                    case 0 -> last(thing, new ConnectionRemoved(id, owner, id));
                    case 1 -> node.happened(id, new ConnectionLost(id, owner, "unreachable"));
                    case 2 -> node.happened(id, new ConnectionRestored(id, owner));
                    default -> node.happened(id, new ConnectionSelected(id, owner));
                }
            }
            case "projects" ->
                    node.happened(
                            id,
                            switch (chance) {
                                case 0 -> new ProjectDeleted(id, owner);
                                case 1 -> new ProjectRestored(id, owner);
                                default -> new ProjectRenamed(id, owner, name(), name());
                            });
            case "runs" ->
                    last(
                            thing,
                            chance == 0
                                    ? new QuestionFailed(id, owner, "timed-out", "Too slow", 9)
                                    : new QuestionAnswered(id, owner, "select 1", "1", null, 1, 9));
            default -> {
                // People change through their connections.
            }
        }
    }

    private void last(Thing thing, Object event) {
        node.happened(thing.id(), event);
        things.set(things.indexOf(thing), new Thing(thing.kind(), thing.id(), thing.owner(), true));
    }

    private UUID connection() {
        return things.stream()
                .filter(thing -> thing.kind().equals("connections"))
                .map(Thing::id)
                .findAny()
                .orElseGet(Identifiers::next);
    }

    private String name() {
        return "Name " + random.nextInt(1_000);
    }

    private Instant later() {
        return LATER.plus(random.nextInt(1_000), ChronoUnit.HOURS);
    }
}
