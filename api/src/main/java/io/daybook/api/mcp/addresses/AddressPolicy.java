package io.daybook.api.mcp.addresses;

import io.daybook.api.mcp.ToolFailure;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.stream.Stream;

/**
 * Decides which addresses a connection may lead to. It judges addresses, not names, and what it
 * admitted is what must be dialled: a name can resolve differently the next time.
 */
public final class AddressPolicy {

    /**
     * Never reachable: link-local with the metadata services of clouds, the metadata services that
     * live elsewhere, "this host", multicast, broadcast.
     */
    private static final List<AddressRange> NEVER =
            Stream.of(
                            "0.0.0.0/8",
                            "169.254.0.0/16",
                            "100.100.100.200",
                            "168.63.129.16",
                            "192.0.0.192",
                            "224.0.0.0/4",
                            "240.0.0.0/4",
                            "::",
                            "fe80::/10",
                            "fec0::/10",
                            "fd00:ec2::/32",
                            "fd20:ce::/32",
                            "ff00::/8")
                    .map(AddressRange::parse)
                    .toList();

    private final List<AddressRange> allow;
    private final List<AddressRange> deny;

    /** Takes ranges in CIDR notation; nothing allowed means everything that is not denied. */
    public AddressPolicy(List<String> allow, List<String> deny) {
        this.allow = allow.stream().map(AddressRange::parse).toList();
        this.deny = deny.stream().map(AddressRange::parse).toList();
    }

    /** Whether a connection may lead there, also when an IPv4 address hides in an IPv6 one. */
    public boolean admits(InetAddress address) {
        return EmbeddedAddress.of(address).map(this::admits).orElse(true)
                && outside(NEVER, address)
                && outside(deny, address)
                && (allow.isEmpty() || !outside(allow, address));
    }

    /** The first admitted address of a name. Resolving blocks: call off the event loop. */
    public InetAddress resolve(String host) {
        InetAddress[] found;
        try {
            found = InetAddress.getAllByName(host);
        } catch (UnknownHostException unknown) {
            throw new ToolFailure("unreachable", "There is no host named " + host + ".");
        }
        return Stream.of(found).filter(this::admits).findFirst().orElseThrow(() -> refusal(host));
    }

    /** What a person reads when the address is refused. */
    public static ToolFailure refusal(String host) {
        return new ToolFailure(
                "address-not-allowed",
                "Connections to "
                        + host
                        + " are not allowed here. The operator of this Daybook decides which"
                        + " addresses connections may lead to.");
    }

    private static boolean outside(List<AddressRange> ranges, InetAddress address) {
        return ranges.stream().noneMatch(range -> range.contains(address));
    }
}
