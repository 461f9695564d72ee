package io.daybook.command.identity;

import io.daybook.platform.bus.AggregateCache;

import org.axonframework.eventsourcing.EventSourcingRepository;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.Repository;

import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.Predicate;

/**
 * A repository of aggregates whose absence is an answer, not a failure: Axon would log a stack
 * trace for each stranger who tries to sign in.
 */
final class Shelf<A> {

    private final Repository<A> repository;
    private final Callable<A> blank;
    private final Predicate<String> known;

    Shelf(Repository<A> repository, Callable<A> blank, Predicate<String> known) {
        this.repository = repository;
        this.blank = blank;
        this.known = known;
    }

    /** With aggregates from their events, the most used ones kept in memory. */
    static <A> Shelf<A> of(
            Class<A> type, Callable<A> blank, EventStore store, AggregateCache cache) {
        return new Shelf<>(
                EventSourcingRepository.builder(type).eventStore(store).cache(cache).build(),
                blank,
                identifier ->
                        cache.containsKey(identifier)
                                || store.lastSequenceNumberFor(identifier).isPresent());
    }

    /** The aggregate, held until the command is done. */
    Optional<Aggregate<A>> find(UUID identifier) {
        String key = identifier.toString();
        return known.test(key) ? Optional.of(repository.load(key)) : Optional.empty();
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
