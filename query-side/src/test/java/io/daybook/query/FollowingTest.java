package io.daybook.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.messages.audit.AuditEntries;
import io.daybook.messages.audit.AuditEntry;
import io.daybook.messages.audit.AuditFilter;
import io.daybook.messages.audit.AuditPage;
import io.daybook.messages.projects.ProjectCreated;
import io.daybook.platform.Identifiers;
import io.daybook.platform.log.AppendedPosition;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

/** Whoever follows the history misses nothing, in whatever order transactions end. */
class FollowingTest extends ProjectionTest {

    FollowingTest(QueryNode node) {
        super(node);
    }

    @Test
    void givesWhatWasStillBeingWrittenBeforeWhatWasSeen() throws InterruptedException {
        CompletableFuture<AuditPage> asked = new CompletableFuture<>();
        node.inTransaction(
                slow -> {
                    node.asked(ada);
                    asked.complete(CompletableFuture.supplyAsync(this::pageOfTheNext).join());
                });
        long late = AppendedPosition.take();
        assertThat(node.projections().await(AuditEntries.class, late, Duration.ofSeconds(20)))
                .isTrue();

        AuditPage first = asked.join();
        AuditPage then = page(first.following());

        assertThat(first.items())
                .extracting(AuditEntry::type)
                .containsExactly("projects.ProjectCreated");
        assertThat(first.items().getFirst().position()).isGreaterThan(late);
        assertThat(then.items())
                .extracting(AuditEntry::type)
                .containsExactly("assistant.QuestionAsked");
        assertThat(page(then.following()).items()).isEmpty();
    }

    private AuditPage pageOfTheNext() {
        UUID project = Identifiers.next();
        node.happened(project, new ProjectCreated(project, ada, "Spring", null));
        return page(null);
    }

    private AuditPage page(@Nullable String after) {
        AuditPage page =
                node.ask(new AuditEntries(ada, AuditFilter.NONE, after, 10, null), AuditPage.class);
        assertThat(Objects.requireNonNull(page.following())).isNotEmpty();
        return page;
    }
}
