package io.daybook.api.mcp;

import reactor.blockhound.BlockHound;
import reactor.blockhound.integration.BlockHoundIntegration;

/** Reading /dev/urandom never waits, though it looks like reading a file. */
public final class RandomnessDoesNotBlock implements BlockHoundIntegration {

    @Override
    public void applyTo(BlockHound.Builder builder) {
        builder.allowBlockingCallsInside(
                "sun.security.provider.NativePRNG$RandomIO", "implNextBytes");
    }
}
