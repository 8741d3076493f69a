package org.biogloss.measure;

import java.util.Optional;

/// One measured number.
///
/// @param peer what did the same work in the same run, where something did
public record Figure(String name, double value, String unit, Optional<Peer> peer) {

    public record Peer(String name, double value) {}

    public static Figure of(String name, double value, String unit) {
        return new Figure(name, value, unit, Optional.empty());
    }

    public static Figure beside(String name, double value, String unit, String peer, double peerValue) {
        return new Figure(name, value, unit, Optional.of(new Peer(peer, peerValue)));
    }
}
