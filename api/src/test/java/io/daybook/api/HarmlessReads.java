package io.daybook.api;

import reactor.blockhound.BlockHound;
import reactor.blockhound.integration.BlockHoundIntegration;

/** Tells BlockHound what looks like waiting and is none. */
public final class HarmlessReads implements BlockHoundIntegration {

    @Override
    public void applyTo(BlockHound.Builder builder) {
        // the kernel's random numbers come from a file that never makes a reader wait
        builder.allowBlockingCallsInside("sun.security.provider.NativePRNG$RandomIO", "readFully");
        // classes are read from their jar once
        builder.allowBlockingCallsInside("java.lang.ClassLoader", "loadClass");
        builder.allowBlockingCallsInside(
                "java.util.ServiceLoader$LazyClassPathLookupIterator", "hasNextService");
    }
}
