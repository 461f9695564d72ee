package io.daybook.api.assistant.runs;

import io.daybook.api.platform.Written;
import io.daybook.platform.bus.Origin;

import org.jspecify.annotations.Nullable;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Sinks;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** A run in this node's memory: its parts so far, who listens, the thread that works on it. */
public final class LiveRun {

    /** Why a run was ended from outside. */
    enum End {
        STOPPED,
        ABANDONED,
        TIMED_OUT,
        NODE_STOPPING
    }

    private final UUID id;
    private final UUID owner;
    private final Sinks.Many<Part> sink = Sinks.many().replay().all();
    private final List<Part> parts = new ArrayList<>();
    private long bytes;
    private long position = -1;
    private Origin origin;
    private int listeners;
    private boolean finished;
    private @Nullable End end;
    private @Nullable Thread worker;

    LiveRun(UUID id, UUID owner) {
        this.id = id;
        this.owner = owner;
        this.origin = Origin.of(id);
    }

    public UUID id() {
        return id;
    }

    boolean ownedBy(UUID person) {
        return owner.equals(person);
    }

    UUID owner() {
        return owner;
    }

    synchronized void emit(Part part) {
        if (!finished) {
            parts.add(part);
            bytes += part.json().length();
            sink.tryEmitNext(part);
        }
    }

    synchronized void finish() {
        finished = true;
        worker = null;
        sink.tryEmitComplete();
    }

    /** The parts that have come so far. */
    public synchronized List<Part> parts() {
        return List.copyOf(parts);
    }

    /** All parts from the first on, also those to come. */
    Flux<Part> stream(Runnable lastLeft) {
        return sink.asFlux()
                .doOnSubscribe(subscription -> joined())
                .doFinally(
                        signal -> {
                            if (left()) {
                                lastLeft.run();
                            }
                        });
    }

    synchronized void works(Thread thread) {
        worker = thread;
        if (end != null) {
            thread.interrupt();
        }
    }

    /** Ends the work from outside; the first reason counts. */
    synchronized void end(End reason) {
        if (finished || end != null) {
            return;
        }
        end = reason;
        if (worker != null) {
            worker.interrupt();
        }
    }

    synchronized @Nullable End end() {
        return end;
    }

    synchronized boolean abandoned() {
        return listeners == 0 && !finished;
    }

    synchronized boolean finished() {
        return finished;
    }

    /** The question is in the log: whatever the run does from now on is because of it. */
    synchronized void asked(Written<@Nullable Object> written) {
        origin = origin.because(written.event());
        reached(written.position());
    }

    synchronized Origin origin() {
        return origin;
    }

    synchronized void reached(long written) {
        position = Math.max(position, written);
    }

    /** The position of what happened last to this run in the log, -1 before anything did. */
    public synchronized long position() {
        return position;
    }

    synchronized long bytes() {
        return bytes;
    }

    private synchronized void joined() {
        listeners++;
    }

    private synchronized boolean left() {
        listeners--;
        return listeners == 0 && !finished;
    }
}
