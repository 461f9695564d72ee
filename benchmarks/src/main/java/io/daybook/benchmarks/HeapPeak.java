package io.daybook.benchmarks;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;
import java.util.stream.Stream;

/** How much of the heap was in use at most by what outlived collections. */
final class HeapPeak {

    private static final double MEGABYTE = 1 << 20;

    private HeapPeak() {}

    /** Begins anew, from what is in use after a collection. */
    static void forget() {
        ManagementFactory.getMemoryMXBean().gc();
        pools().forEach(MemoryPoolMXBean::resetPeakUsage);
    }

    static double megabytes() {
        return pools().map(MemoryPoolMXBean::getPeakUsage).mapToLong(MemoryUsage::getUsed).sum()
                / MEGABYTE;
    }

    // The young fill whatever they have.
    private static Stream<MemoryPoolMXBean> pools() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .filter(pool -> pool.getName().matches(".*(Tenured|Old).*"));
    }
}
