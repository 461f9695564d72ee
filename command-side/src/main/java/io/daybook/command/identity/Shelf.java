package io.daybook.command.identity;

import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.modelling.command.Repository;

import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;

/** A repository of aggregates whose absence is an answer, not a failure. */
final class Shelf<A> {

    private final Repository<A> repository;
    private final Callable<A> blank;

    Shelf(Repository<A> repository, Callable<A> blank) {
        this.repository = repository;
        this.blank = blank;
    }

    /** The aggregate, held until the command is done. */
    Optional<Aggregate<A>> find(UUID identifier) {
        try {
            return Optional.of(repository.load(identifier.toString()));
        } catch (AggregateNotFoundException absent) {
            return Optional.empty();
        }
    }

    /** The aggregate, or a blank one whose first event will give it its identifier. */
    Aggregate<A> findOrBegin(UUID identifier) {
        try {
            return repository.loadOrCreate(identifier.toString(), blank);
        } catch (RuntimeException failure) {
            throw failure;
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        }
    }
}
