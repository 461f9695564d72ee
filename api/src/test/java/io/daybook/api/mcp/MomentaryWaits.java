package io.daybook.api.mcp;

import reactor.blockhound.BlockHound;
import reactor.blockhound.integration.BlockHoundIntegration;

/**
 * What looks like waiting and is not: reading /dev/urandom, and the lock inside Netty's allocator,
 * which is held for moments.
 */
public final class MomentaryWaits implements BlockHoundIntegration {

    @Override
    public void applyTo(BlockHound.Builder builder) {
        builder.allowBlockingCallsInside(
                        "sun.security.provider.NativePRNG$RandomIO", "implNextBytes")
                .allowBlockingCallsInside(
                        "io.netty.buffer.AdaptivePoolingAllocator$MagazineGroup", "allocate");
    }
}
