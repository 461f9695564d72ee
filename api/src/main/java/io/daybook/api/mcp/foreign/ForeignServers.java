package io.daybook.api.mcp.foreign;

import io.daybook.api.mcp.ConnectionsSettings;
import io.daybook.api.mcp.Connector;
import io.daybook.api.mcp.addresses.AddressPolicy;
import io.netty.util.NetUtil;

import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.netty.resources.LoopResources;

import java.net.InetAddress;

/** Tests and opens connections to MCP servers that are not ours. */
public final class ForeignServers {

    private final AddressPolicy policy;
    private final PolicyResolver resolver;
    private final ConnectionsSettings settings;
    private final LoopResources loops;

    public ForeignServers(
            AddressPolicy policy,
            ConnectionsSettings settings,
            Scheduler virtualThreads,
            LoopResources loops) {
        this.policy = policy;
        this.settings = settings;
        this.loops = loops;
        this.resolver = new PolicyResolver(policy, virtualThreads);
    }

    /** Says hello and asks for the tools once. */
    public Mono<Void> test(ForeignAddress address) {
        return Mono.usingWhen(
                Mono.fromSupplier(() -> open(address)),
                server -> server.tools().then(),
                Connector::close);
    }

    /**
     * A connector that connects when it is used; numeric addresses are judged here, names when
     * dialled.
     */
    public Connector open(ForeignAddress address) {
        String host = address.url().getHost();
        String bare = host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
        if (NetUtil.isValidIpV4Address(bare) || NetUtil.isValidIpV6Address(bare)) {
            if (!policy.admits(InetAddress.ofLiteral(bare))) {
                throw AddressPolicy.refusal(host);
            }
        }
        return new ForeignServer(
                address, new BoundedWeb(address, resolver, loops, settings), settings);
    }
}
