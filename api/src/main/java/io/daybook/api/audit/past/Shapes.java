package io.daybook.api.audit.past;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

import io.daybook.api.assistant.RunItem;
import io.daybook.api.connections.ConnectionItem;
import io.daybook.api.identity.PersonItem;
import io.daybook.api.identity.SessionItem;
import io.daybook.api.platform.Caller;
import io.daybook.api.projects.ProjectResource;
import io.daybook.messages.assistant.Run;
import io.daybook.messages.connections.DatabaseConnection;
import io.daybook.messages.identity.DeviceSession;
import io.daybook.messages.identity.UserProfile;
import io.daybook.messages.projects.Project;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.util.UUID;

/** Shows things as they were in the shape that the same things have today; a line for each kind. */
final class Shapes {

    private final JsonMapper json;

    Shapes(JsonMapper json) {
        this.json = json;
    }

    /** A state as clients know it; absent when there was none. */
    @Nullable JsonNode show(@Nullable Record state, Caller caller) {
        return state == null ? null : json.valueToTree(shape(state, caller));
    }

    private static Object shape(Record state, Caller caller) {
        return switch (state) {
            case UserProfile user -> User.of(user);
            case DeviceSession session -> SessionItem.of(session, caller);
            case DatabaseConnection connection -> ConnectionItem.of(connection);
            case Project project -> ProjectResource.of(project);
            case Run run -> RunItem.of(run);
            default -> state;
        };
    }

    /** A person with what they had chosen. */
    record User(@JsonUnwrapped PersonItem person, @Nullable UUID selectedConnectionId) {

        static User of(UserProfile user) {
            return new User(PersonItem.of(user), user.selectedConnectionId());
        }
    }
}
