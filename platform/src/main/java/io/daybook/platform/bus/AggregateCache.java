package io.daybook.platform.bus;

import com.github.benmanes.caffeine.cache.Caffeine;

import org.axonframework.common.Registration;
import org.axonframework.common.caching.Cache;
import org.axonframework.eventsourcing.AggregateCacheEntry;
import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** Keeps the most used aggregates in memory, which saves reading their events for each command. */
@SuppressWarnings({
    "unchecked",
    "TypeParameterUnusedInFormals"
}) // the signatures are those of Axon's interface
public final class AggregateCache implements Cache {

    /** What nobody asks for leaves the memory: aggregates know what people wrote. */
    private static final Duration KEPT = Duration.ofHours(1);

    private final com.github.benmanes.caffeine.cache.Cache<Object, Object> entries;

    public AggregateCache(long size) {
        this.entries = Caffeine.newBuilder().maximumSize(size).expireAfterAccess(KEPT).build();
    }

    @Override
    public <K, V> @Nullable V get(K key) {
        Object found = entries.getIfPresent(key);
        if (found instanceof AggregateCacheEntry<?> entry) {
            // what is in memory is the aggregate itself, nothing is made anew
            DecisionsFromMemory.take(entry.recreateAggregate(null, null, null));
        }
        return (V) found;
    }

    @Override
    public <T> T computeIfAbsent(Object key, Supplier<T> value) {
        return (T) entries.get(key, absent -> value.get());
    }

    @Override
    public void put(Object key, Object value) {
        entries.put(key, value);
    }

    @Override
    public boolean putIfAbsent(Object key, Object value) {
        return entries.asMap().putIfAbsent(key, value) == null;
    }

    @Override
    public boolean remove(Object key) {
        return entries.asMap().remove(key) != null;
    }

    @Override
    public void removeAll() {
        entries.invalidateAll();
    }

    @Override
    public boolean containsKey(Object key) {
        return entries.asMap().containsKey(key);
    }

    @Override
    public <V> void computeIfPresent(Object key, UnaryOperator<V> update) {
        entries.asMap().computeIfPresent(key, (same, value) -> update.apply((V) value));
    }

    @Override
    public Registration registerCacheEntryListener(EntryListener listener) {
        // Nobody in Axon's repositories listens; entries leave silently.
        return () -> true;
    }
}
