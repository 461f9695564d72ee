package io.daybook.command.identity.erasure;

import io.daybook.messages.identity.ErasureList;
import io.daybook.messages.identity.Erasures;

import org.axonframework.queryhandling.QueryHandler;

/** Shows administrators how erasures stand. */
final class ErasureQueries {

    private final ErasureTable table;

    ErasureQueries(ErasureTable table) {
        this.table = table;
    }

    @QueryHandler
    ErasureList answer(Erasures query) {
        return new ErasureList(table.newest(query.limit()));
    }
}
