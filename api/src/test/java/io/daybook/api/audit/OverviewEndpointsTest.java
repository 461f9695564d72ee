package io.daybook.api.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.api.Workspace;
import io.daybook.api.WorkspaceTest;

import org.junit.jupiter.api.Test;

import tools.jackson.databind.JsonNode;

import java.util.List;

/** The catalogue of events and the overview on the running application. */
final class OverviewEndpointsTest extends WorkspaceTest {

    OverviewEndpointsTest(Workspace workspace) {
        super(workspace);
    }

    @Test
    void theCatalogueSaysWhatEachEventCarriesAndWhoTakesItUp() {
        List<JsonNode> events = items(anna, "/api/events", new Written("", "0", ""));
        JsonNode registered =
                events.stream()
                        .filter(
                                one ->
                                        one.path("name")
                                                .asString()
                                                .equals("identity.UserRegistered"))
                        .findFirst()
                        .orElseThrow();

        assertThat(registered.path("fields").path(0).path("subject").asBoolean()).isTrue();
        assertThat(registered.path("fields").path(1).path("personal").asBoolean()).isTrue();
        assertThat(texts(registered.path("readModels"))).contains("users", "audit", "overview");
        assertThat(events)
                .filteredOn(one -> one.path("name").asString().endsWith("VerificationRequested"))
                .allSatisfy(one -> assertThat(texts(one.path("automations"))).contains("mail"));
    }

    @Test
    void theOverviewCountsWhatHappenedAndLooksAfterWhatIsNeeded() {
        Written done = create(root, "Counted");

        JsonNode overview = json(root, "/api/admin/overview?days=2", done);

        assertThat(overview.path("period").asString()).isEqualTo("hour");
        assertThat(overview.path("figures").path("activeSessions").asLong()).isPositive();
        assertThat(overview.path("series").path(0).path("points").size()).isEqualTo(48);
        assertThat(overview.path("series").valueStream())
                .filteredOn(one -> one.path("measure").asString().equals("sign-ins"))
                .allSatisfy(one -> assertThat(one.path("total").asLong()).isPositive());
        assertThat(overview.at("/sessions/points").size()).isEqualTo(48);
        assertThat(overview.at("/sessions/points/47/count"))
                .isEqualTo(overview.at("/figures/activeSessions"));
        assertThat(overview.at("/sessions/points/0/count").asLong()).isZero();
        assertThat(overview.path("health").valueStream())
                .extracting(one -> one.path("name").asString())
                .contains("database", "read-models", "mail", "models");
        assertThat(overview.path("health").valueStream())
                .extracting(one -> one.path("status").asString())
                .doesNotContain("down");
        status(anna, "/api/admin/overview", 403);
        status(root, "/api/admin/overview?days=0", 422);
    }

    private static List<String> texts(JsonNode list) {
        return list.valueStream().map(JsonNode::asString).toList();
    }
}
