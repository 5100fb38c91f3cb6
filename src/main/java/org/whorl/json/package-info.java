/** JSON from elsewhere, read into records. */
package org.whorl.json;
