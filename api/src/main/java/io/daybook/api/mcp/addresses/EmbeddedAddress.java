package io.daybook.api.mcp.addresses;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Optional;

/** Finds the IPv4 address that an IPv6 address stands for: NAT64, 6to4, IPv4-compatible. */
final class EmbeddedAddress {

    private static final AddressRange NAT64 = AddressRange.parse("64:ff9b::/96");
    private static final AddressRange LOCAL_NAT64 = AddressRange.parse("64:ff9b:1::/48");
    private static final AddressRange SIX_TO_FOUR = AddressRange.parse("2002::/16");
    private static final AddressRange COMPATIBLE = AddressRange.parse("::/96");

    private EmbeddedAddress() {}

    static Optional<InetAddress> of(InetAddress address) {
        if (!(address instanceof Inet6Address) || address.isLoopbackAddress()) {
            return Optional.empty();
        }
        byte[] bits = address.getAddress();
        if (SIX_TO_FOUR.contains(address)) {
            return Optional.of(ipv4(bits, 2));
        }
        boolean atTheEnd =
                NAT64.contains(address)
                        || LOCAL_NAT64.contains(address)
                        || COMPATIBLE.contains(address);
        return atTheEnd ? Optional.of(ipv4(bits, 12)) : Optional.empty();
    }

    private static InetAddress ipv4(byte[] bits, int from) {
        try {
            return InetAddress.getByAddress(Arrays.copyOfRange(bits, from, from + 4));
        } catch (UnknownHostException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
