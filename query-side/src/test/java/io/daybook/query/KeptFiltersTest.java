package io.daybook.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.daybook.messages.audit.HistoryFilterDeleted;
import io.daybook.messages.audit.HistoryFilterList;
import io.daybook.messages.audit.HistoryFilterRenamed;
import io.daybook.messages.audit.HistoryFilterSaved;
import io.daybook.messages.audit.HistoryFiltersOfUser;
import io.daybook.messages.audit.KeptFilter;
import io.daybook.messages.identity.UserErasureRequested;
import io.daybook.platform.Identifiers;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.UUID;

/** Filters of the history that somebody keeps. */
class KeptFiltersTest extends ProjectionTest {

    KeptFiltersTest(QueryNode node) {
        super(node);
    }

    @Test
    void areTheirOwnersInTheOrderOfTheirNames() {
        UUID second = Identifiers.next();
        UUID first = Identifiers.next();
        UUID gone = Identifiers.next();
        node.happened(second, new HistoryFilterSaved(second, ada, "zebras", "q=zebra"))
                .happened(
                        first,
                        new HistoryFilterSaved(first, ada, "monkeys", "q=monkey"),
                        new HistoryFilterRenamed(first, ada, "apes"))
                .happened(
                        gone,
                        new HistoryFilterSaved(gone, ada, "dodos", "q=dodo"),
                        new HistoryFilterDeleted(gone, ada));

        assertThat(kept(ada))
                .extracting(KeptFilter::name, KeptFilter::filter)
                .containsExactly(tuple("apes", "q=monkey"), tuple("zebras", "q=zebra"));
        assertThat(kept(Identifiers.next())).isEmpty();
    }

    @Test
    void areForgottenWithTheirOwnersAndWithThoseWhomTheyName() {
        UUID root = Identifiers.next();
        UUID own = Identifiers.next();
        UUID others = Identifiers.next();
        node.happened(own, new HistoryFilterSaved(own, ada, "mine", "q=zebra"))
                .happened(
                        others,
                        new HistoryFilterSaved(others, root, "hers", "actor=%s".formatted(ada)));
        assertThat(kept(root)).hasSize(1);

        node.happened(ada, new UserErasureRequested(ada));

        assertThat(kept(ada)).isEmpty();
        assertThat(kept(root)).isEmpty();
    }

    private List<KeptFilter> kept(UUID owner) {
        return node.ask(new HistoryFiltersOfUser(owner), HistoryFilterList.class).items();
    }
}
