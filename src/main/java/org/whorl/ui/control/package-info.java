/** Controls that know no model: cards, tiles with their colours, choices, bars. What they show is given to them. */
package org.whorl.ui.control;
