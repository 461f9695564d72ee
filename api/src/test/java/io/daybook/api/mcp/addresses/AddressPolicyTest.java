package io.daybook.api.mcp.addresses;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.daybook.api.mcp.ToolFailure;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.net.InetAddress;
import java.util.List;

class AddressPolicyTest {

    private static final AddressPolicy USUAL = new AddressPolicy(List.of(), List.of());

    private static boolean admits(AddressPolicy policy, String address) {
        return policy.admits(InetAddress.ofLiteral(address));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "169.254.169.254",
                "169.254.0.1",
                "0.0.0.0",
                "100.100.100.200",
                "168.63.129.16",
                "224.0.0.1",
                "255.255.255.255",
                "::",
                "fe80::1",
                "ff02::1",
                "fd00:ec2::254",
                "::ffff:169.254.169.254",
                "64:ff9b::169.254.169.254",
                "2002:a9fe:a9fe::1",
                "::169.254.169.254"
            })
    void neverLeadsToMetadataServicesOrTheLink(String address) {
        assertThat(admits(USUAL, address)).isFalse();
        assertThat(admits(new AddressPolicy(List.of("0.0.0.0/0", "::/0"), List.of()), address))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"127.0.0.1", "::1", "10.1.2.3", "192.168.1.1", "8.8.8.8", "2001:db8::1"})
    void leadsToTheMachineItsNetworkAndTheWorldUnlessToldOtherwise(String address) {
        assertThat(admits(USUAL, address)).isTrue();
    }

    @Test
    void keepsAwayFromWhatTheOperatorDenies() {
        AddressPolicy policy = new AddressPolicy(List.of(), List.of("127.0.0.0/8", "::1"));

        assertThat(admits(policy, "127.1.2.3")).isFalse();
        assertThat(admits(policy, "::1")).isFalse();
        assertThat(admits(policy, "64:ff9b::127.0.0.1")).isFalse();
        assertThat(admits(policy, "10.0.0.1")).isTrue();
    }

    @Test
    void leadsOnlyToWhatTheOperatorAllows() {
        AddressPolicy policy = new AddressPolicy(List.of("10.0.0.0/9"), List.of("10.0.0.5"));

        assertThat(admits(policy, "10.127.255.255")).isTrue();
        assertThat(admits(policy, "10.128.0.0")).isFalse();
        assertThat(admits(policy, "10.0.0.5")).isFalse();
    }

    @Test
    void judgesTheAddressThatANameLeadsTo() {
        AddressPolicy policy = new AddressPolicy(List.of(), List.of("127.0.0.0/8", "::1"));

        assertThatThrownBy(() -> policy.resolve("localhost"))
                .extracting("reason")
                .isEqualTo("address-not-allowed");
        assertThat(USUAL.resolve("localhost").isLoopbackAddress()).isTrue();
    }

    @Test
    void saysThatANameIsUnknown() {
        assertThatThrownBy(() -> USUAL.resolve("nowhere.invalid"))
                .isInstanceOf(ToolFailure.class)
                .extracting("reason")
                .isEqualTo("unreachable");
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.0.0.0/33", "localhost", "10.0.0.0/x", "10.0.0/8", ""})
    void refusesASettingThatIsNoRange(String text) {
        assertThatThrownBy(() -> new AddressPolicy(List.of(text), List.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
