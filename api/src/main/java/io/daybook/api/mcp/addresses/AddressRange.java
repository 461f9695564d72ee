package io.daybook.api.mcp.addresses;

import java.net.InetAddress;

/** A range of addresses in CIDR notation, of either version of IP. */
public record AddressRange(InetAddress network, int prefix) {

    /** Reads {@code 10.0.0.0/8}, {@code fd00::/8} or a single address. */
    public static AddressRange parse(String text) {
        String[] parts = text.strip().split("/", 2);
        InetAddress network = literal(parts[0], text);
        int longest = network.getAddress().length * 8;
        int prefix = parts.length == 1 ? longest : number(parts[1], text);
        if (prefix < 0 || prefix > longest) {
            throw notARange(text);
        }
        return new AddressRange(network, prefix);
    }

    /** Whether the address lies in this range; addresses of the other version do not. */
    public boolean contains(InetAddress address) {
        byte[] bits = address.getAddress();
        byte[] wanted = network.getAddress();
        if (bits.length != wanted.length) {
            return false;
        }
        for (int bit = 0; bit < prefix; bit++) {
            int mask = 0x80 >> (bit % 8);
            if ((bits[bit / 8] & mask) != (wanted[bit / 8] & mask)) {
                return false;
            }
        }
        return true;
    }

    private static InetAddress literal(String host, String text) {
        try {
            if (!host.contains(":") && host.chars().filter(c -> c == '.').count() != 3) {
                throw notARange(text);
            }
            return InetAddress.ofLiteral(host);
        } catch (IllegalArgumentException notALiteral) {
            throw notARange(text);
        }
    }

    private static int number(String digits, String text) {
        try {
            return Integer.parseInt(digits);
        } catch (NumberFormatException notANumber) {
            throw notARange(text);
        }
    }

    private static IllegalArgumentException notARange(String text) {
        return new IllegalArgumentException(
                "Not an address or a range of addresses (like 10.0.0.0/8): " + text);
    }
}
