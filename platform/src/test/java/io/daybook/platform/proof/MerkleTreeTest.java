package io.daybook.platform.proof;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** Against the definition of RFC 6962, section 2.1, written down as it stands there. */
class MerkleTreeTest {

    @Test
    void hasTheRootOfTheDefinitionAtEverySize() {
        MerkleTree tree = new MerkleTree();
        List<byte[]> leaves = new ArrayList<>();
        for (int size = 0; size < 70; size++) {
            assertThat(tree.root()).isEqualTo(root(leaves));
            byte[] leaf = Sha256.digest().digest(new byte[] {(byte) size});
            leaves.add(leaf);
            tree.add(leaf, 0);
        }
    }

    @Test
    void goesOnFromItsFrontier() {
        MerkleTree tree = new MerkleTree();
        for (int size = 0; size < 45; size++) {
            tree.add(Sha256.digest().digest(new byte[] {(byte) size}), 0);
            tree = MerkleTree.of(tree.size(), tree.frontier());
        }
        MerkleTree other = new MerkleTree();
        for (int size = 0; size < 45; size++) {
            other.add(Sha256.digest().digest(new byte[] {(byte) size}), 0);
        }

        assertThat(tree.root()).isEqualTo(other.root());
    }

    @Test
    void ofNothingIsTheHashOfNothing() {
        assertThat(HexFormat.of().formatHex(new MerkleTree().root()))
                .isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    }

    private static byte[] root(List<byte[]> leaves) {
        MessageDigest digest = Sha256.digest();
        if (leaves.isEmpty()) {
            return digest.digest();
        }
        if (leaves.size() == 1) {
            return leaves.getFirst();
        }
        int left = Integer.highestOneBit(leaves.size() - 1);
        digest.update((byte) 1);
        digest.update(root(leaves.subList(0, left)));
        digest.update(root(leaves.subList(left, leaves.size())));
        return digest.digest();
    }
}
