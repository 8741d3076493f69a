/// Models from elsewhere: a zip, or a hub on the network where a person asks for one by name.
///
/// [org.biogloss.registry.hub.Hub] lists and fetches the files of a model over HTTP,
/// [org.biogloss.registry.hub.Download]
/// one file at a time, going on where it broke off and checking size and hash; [org.biogloss.registry.hub.ModelZip]
/// unpacks what somebody sent. Both end in [org.biogloss.registry.Models#install], whole or not at all. Nothing else in
/// BioGloss opens a connection.
@NullMarked
package org.biogloss.registry.hub;

import org.jspecify.annotations.NullMarked;
