/** How fast the engine is, and how near to what the machine could do. */
package org.whorl.bench;
