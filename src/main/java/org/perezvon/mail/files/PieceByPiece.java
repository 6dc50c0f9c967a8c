package org.perezvon.mail.files;

import java.io.InputStream;
import java.util.Objects;
import java.util.Optional;
import java.util.function.IntFunction;

/** Bytes that lie in numbered pieces, the next of which is fetched when the last has been read. */
final class PieceByPiece extends InputStream {

    private final IntFunction<Optional<byte[]>> pieces;
    private byte[] piece = {};
    private int next;
    private int at;

    /** @param pieces from 0; absent behind the last */
    PieceByPiece(IntFunction<Optional<byte[]>> pieces) {
        this.pieces = pieces;
    }

    private boolean hasMore() {
        while (at == piece.length) {
            Optional<byte[]> fetched = pieces.apply(next);
            if (fetched.isEmpty()) {
                return false;
            }
            piece = fetched.get();
            next++;
            at = 0;
        }
        return true;
    }

    @Override
    public int read() {
        return hasMore() ? piece[at++] & 0xff : -1;
    }

    @Override
    public int read(byte[] into, int from, int length) {
        Objects.checkFromIndexSize(from, length, into.length);
        if (length == 0) {
            return 0;
        }
        if (!hasMore()) {
            return -1;
        }
        int taken = Math.min(length, piece.length - at);
        System.arraycopy(piece, at, into, from, taken);
        at += taken;
        return taken;
    }
}
