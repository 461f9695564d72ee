package io.daybook.api.identity;

import io.daybook.api.Workspace;
import io.daybook.api.WorkspaceTest;

import org.junit.jupiter.api.Test;
import org.springframework.test.web.reactive.server.WebTestClient;

import java.util.UUID;

/** Who may erase whom, and what it takes. */
final class ErasurePermissionsTest extends WorkspaceTest {

    ErasurePermissionsTest(Workspace workspace) {
        super(workspace);
    }

    @Test
    void needsThePasswordOnceMore() {
        String email = people.register();
        WebTestClient grace = as(people.signIn(email));

        People.eraseOneself(grace, "wrong password")
                .expectStatus()
                .isForbidden()
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("/problems/password-wrong");
        grace.delete().uri("/api/users/me").exchange().expectStatus().is4xxClientError();
        grace.get().uri("/api/users/me").exchange().expectStatus().isOk();

        People.eraseOneself(grace, People.PASSWORD).expectStatus().isAccepted();
        grace.get().uri("/api/users/me").exchange().expectStatus().isUnauthorized();
        people.logIn(email, People.PASSWORD).expectStatus().isUnauthorized();
    }

    @Test
    void isForAdministratorsWhereItIsAboutOthersAndNeverForTheLastOfThem() {
        UUID rootId = people.idOf(root);
        People.Bearer ada = people.user();

        people.delete("/api/users/" + people.idOf(ada), people.user()).expectStatus().isForbidden();
        people.delete("/api/users/" + rootId, root)
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("/problems/own-account");
        People.eraseOneself(as(root), People.PASSWORD)
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("/problems/last-administrator");
        people.delete("/api/users/" + UUID.randomUUID(), root).expectStatus().isNotFound();
        people.get("/api/users", ada).expectStatus().isForbidden();
        people.get("/api/admin/erasures", ada).expectStatus().isForbidden();
    }

    private WebTestClient as(People.Bearer who) {
        return client.mutate().defaultHeaders(who::on).build();
    }
}
