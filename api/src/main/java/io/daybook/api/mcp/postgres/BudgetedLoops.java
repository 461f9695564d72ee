package io.daybook.api.mcp.postgres;

import io.netty.channel.Channel;
import io.netty.channel.EventLoopGroup;

import reactor.netty.resources.LoopResources;

/** The event loops of the process, whose channels count what they receive. */
record BudgetedLoops(LoopResources loops, InboundBudget budget) implements LoopResources {

    @Override
    public <C extends Channel> C onChannel(Class<C> type, EventLoopGroup group) {
        C channel = loops.onChannel(type, group);
        channel.pipeline().addFirst("daybook-budget", budget);
        return channel;
    }

    @Override
    public <C extends Channel> Class<? extends C> onChannelClass(
            Class<C> type, EventLoopGroup group) {
        return loops.onChannelClass(type, group);
    }

    @Override
    public EventLoopGroup onServer(boolean useNative) {
        return loops.onServer(useNative);
    }

    @Override
    public EventLoopGroup onClient(boolean useNative) {
        return loops.onClient(useNative);
    }

    @Override
    public boolean daemon() {
        return loops.daemon();
    }
}
