package org.whorl.ui.control;

import javafx.event.Event;
import javafx.event.EventType;

/** A card asks to fill the view that it stands in, or to go back. */
public final class EnlargeEvent extends Event {
    /** The only kind there is. */
    public static final EventType<EnlargeEvent> ASKED = new EventType<>(Event.ANY, "WHORL_ENLARGE");

    private static final long serialVersionUID = 1;

    public EnlargeEvent() {
        super(ASKED);
    }
}
