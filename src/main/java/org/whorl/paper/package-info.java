/** The tables and figures of Theodosis and Ba (2022) as runnable definitions, beside the paper's own numbers. */
package org.whorl.paper;
