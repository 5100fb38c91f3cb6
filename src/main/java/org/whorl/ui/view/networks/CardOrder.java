package org.whorl.ui.view.networks;

import java.time.Instant;
import java.util.Comparator;

/** How cards are sorted; those of one's own stand first in any order. */
enum CardOrder {
    NEWEST(
            "newest",
            Comparator.comparing((NetworkCard c) -> c.changed().orElse(Instant.MIN))
                    .reversed()),
    NAME("name", Comparator.comparing(NetworkCard::title, String.CASE_INSENSITIVE_ORDER)),
    ACCURACY("accuracy", Comparator.comparingDouble((NetworkCard c) -> -c.network()
            .map(n -> n.accuracy().orElse(-1))
            .orElse(-2.0))),
    SIZE("parameters", Comparator.comparingInt((NetworkCard c) -> c.network()
            .map(NetworkFacts::parameters)
            .orElse(Integer.MAX_VALUE)));

    private final String label;
    private final Comparator<NetworkCard> order;

    CardOrder(String label, Comparator<NetworkCard> order) {
        this.label = label;
        this.order = Comparator.comparing(NetworkCard::isOwn)
                .reversed()
                .thenComparing(order)
                .thenComparing(NetworkCard::title);
    }

    /** For people. */
    String label() {
        return label;
    }

    Comparator<NetworkCard> order() {
        return order;
    }
}
