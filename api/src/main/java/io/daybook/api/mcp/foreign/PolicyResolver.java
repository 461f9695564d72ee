package io.daybook.api.mcp.foreign;

import io.daybook.api.mcp.addresses.AddressPolicy;
import io.netty.resolver.AddressResolver;
import io.netty.resolver.AddressResolverGroup;
import io.netty.resolver.InetNameResolver;
import io.netty.resolver.InetSocketAddressResolver;
import io.netty.util.concurrent.EventExecutor;
import io.netty.util.concurrent.Promise;

import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;

/** Resolves names for outgoing connections; only what the policy admits can be dialled. */
final class PolicyResolver extends AddressResolverGroup<InetSocketAddress> {

    private final AddressPolicy policy;
    private final Scheduler virtualThreads;

    PolicyResolver(AddressPolicy policy, Scheduler virtualThreads) {
        this.policy = policy;
        this.virtualThreads = virtualThreads;
    }

    @Override
    protected AddressResolver<InetSocketAddress> newResolver(EventExecutor executor) {
        return new InetSocketAddressResolver(
                executor,
                new InetNameResolver(executor) {

                    @Override
                    protected void doResolve(String host, Promise<InetAddress> promise) {
                        Mono.fromCallable(() -> policy.resolve(host))
                                .subscribeOn(virtualThreads)
                                .subscribe(promise::trySuccess, promise::tryFailure);
                    }

                    @Override
                    protected void doResolveAll(String host, Promise<List<InetAddress>> promise) {
                        Mono.fromCallable(() -> List.of(policy.resolve(host)))
                                .subscribeOn(virtualThreads)
                                .subscribe(promise::trySuccess, promise::tryFailure);
                    }
                });
    }
}
