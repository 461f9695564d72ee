package io.daybook.query.platform;

import io.daybook.query.platform.Generation.Cause;
import io.daybook.query.platform.Generation.State;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * What administrators order for generations and their dead letters: noted in the transaction of
 * whoever passes it on, carried out by every node. An order that has become pointless does nothing.
 */
public final class ProjectionOrders {

    private final Map<String, Projection> projections;
    private final Generations generations;
    private final GenerationRows rows;
    private final Parking parking;

    ProjectionOrders(
            Map<String, Projection> projections,
            Generations generations,
            GenerationRows rows,
            Parking parking) {
        this.projections = projections;
        this.generations = generations;
        this.rows = rows;
        this.parking = parking;
    }

    /** Lets a rebuild rest where it is. */
    public void pause(String name, int generation) {
        with(name, generation, State.BUILDING, rows::pause);
    }

    /** Lets a resting rebuild go on. */
    public void resume(String name, int generation) {
        with(name, generation, State.BUILDING, rows::resume);
    }

    /** Gives up a rebuild; one that was a return stays the generation before. */
    public void cancel(String name, int generation) {
        with(
                name,
                generation,
                State.BUILDING,
                next -> {
                    if (next.cause() == Cause.RETURNED) {
                        rows.stayBehind(next);
                    } else {
                        generations.drop(next);
                    }
                });
    }

    /** Swaps a rebuild in although it differs from the live generation. */
    public void accept(String name, int generation) {
        with(name, generation, State.BUILDING, rows::accept);
    }

    /** Shows the generation before to the readers again, unless a rebuild is under way. */
    public void comeBack(String name, int generation) {
        if (rows.find(State.BUILDING, name).isEmpty()) {
            with(name, generation, State.OLD, rows::comeBack);
        }
    }

    /** Drops the generation before. */
    public void drop(String name, int generation) {
        with(name, generation, State.OLD, generations::drop);
    }

    /**
     * Tries the parked events of one thing again; does nothing for groups that are none of ours.
     */
    public void retry(String processor, UUID sequence) {
        of(processor)
                .ifPresent(
                        found -> parking.retry(found.projection(), found.generation(), sequence));
    }

    /** Passes over the first parked event of one thing and tries those behind it. */
    public void skip(String processor, UUID sequence, UUID event) {
        of(processor)
                .ifPresent(
                        found ->
                                parking.skip(
                                        found.projection(), found.generation(), sequence, event));
    }

    private void with(String name, int number, State state, Consumer<Generation> order) {
        rows.find(state, name).filter(generation -> generation.number() == number).ifPresent(order);
    }

    private Optional<Fed> of(String processor) {
        return rows.all().stream()
                .filter(generation -> generation.processor().equals(processor))
                .flatMap(
                        generation ->
                                find(generation.projection()).stream()
                                        .map(projection -> new Fed(projection, generation)))
                .findFirst();
    }

    private Optional<Projection> find(String name) {
        return Optional.ofNullable(projections.get(name));
    }

    private record Fed(Projection projection, Generation generation) {}
}
